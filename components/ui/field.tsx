// A labelled text field with a hint and, when something is wrong, what is wrong.
'use client';
import { type ComponentProps, useId } from 'react';

export const inputClass =
  'w-full min-h-10 rounded-md border border-edge bg-raised px-3 py-1.5 text-base text-ink placeholder:text-muted aria-invalid:border-alert';

export function Field({
  label,
  hint,
  wrong,
  className = '',
  ...rest
}: ComponentProps<'input'> & {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | null;
}) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}-hint`}
        className={inputClass}
      />
      <p id={`${id}-hint`} className={`figures mt-1 text-xs ${wrong ? 'text-alert' : 'text-muted'}`}>
        {wrong ?? hint}
      </p>
    </div>
  );
}

export function TextArea({
  label,
  hint,
  className = '',
  ...rest
}: ComponentProps<'textarea'> & { readonly label: string; readonly hint?: string }) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={`${inputClass} story py-2`}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
