// Opens the browser's own dialog for printing or saving as PDF.
'use client';
import { Button } from '#components/ui/button';

export function PrintButton({ label }: { readonly label: string }) {
  return <Button onClick={() => window.print()}>{label}</Button>;
}
