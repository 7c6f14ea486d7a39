// Next's settings: no framework banner in the answers, native packages left outside the bundle, case files traced for run time.
/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['libsql', 'pg'],
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingIncludes: { '/**': ['./content/**/*'] },
};

export default nextConfig;
