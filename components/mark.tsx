// The mark of the house: a corridor of a ward, seen along its length.

export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width={22}
      height={22}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M2 3l6 5v8l-6 5M22 3l-6 5v8l6 5M8 8h8M8 16h8" />
      <path d="M12 10.2v3.6M10.2 12h3.6" strokeWidth={1.8} />
    </svg>
  );
}
