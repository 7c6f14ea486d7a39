// Every other address below a language: not found, in our own frame.
import { notFound } from 'next/navigation';

export default function Elsewhere() {
  notFound();
}
