// Styles pass through Tailwind 4 and nothing else.
export default { plugins: { '@tailwindcss/postcss': {} } };
