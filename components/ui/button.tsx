// The buttons: one strong way to go on, quiet ones beside it.
import type { ComponentProps } from 'react';

const looks = {
  strong: 'bg-accent text-accent-ink border-accent hover:brightness-110',
  plain: 'bg-raised text-ink border-edge hover:border-accent hover:text-accent',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-accent-wash',
  danger: 'bg-raised text-alert border-alert hover:bg-alert-wash',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks;
  readonly small?: boolean;
}

export const buttonClass = (look: keyof typeof looks = 'plain', small = false): string =>
  `inline-flex items-center justify-center gap-1.5 rounded-md border font-medium transition-colors select-none disabled:opacity-55 ${
    small ? 'min-h-8 px-2.5 text-xs' : 'min-h-10 px-3.5 text-sm'
  } ${looks[look]}`;

export function Button({
  look = 'plain',
  small = false,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  return <button {...rest} type={type} className={`${buttonClass(look, small)} ${className}`} />;
}
