// Keeps the failure of one part of a screen to that part: a calm sentence and another try, while the rest goes on.
'use client';
import { RotateCcw } from 'lucide-react';
import { Activity, Component, type ReactNode } from 'react';
import { Button } from './ui/button';
import { useWords } from './words-provider';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (again: () => void) => ReactNode;
  /** another value of it is another try */
  readonly turn: number | string;
}

class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    // What came with the last step may be what could not be drawn: the next one may draw again.
    if (this.state.failed && before.turn !== this.props.turn) this.again();
  }

  readonly again = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.again) : this.props.children;
  }
}

function Failed({ name, again }: { readonly name: string; readonly again: () => void }) {
  const { t } = useWords();
  return (
    <section
      aria-label={name}
      className="no-print flex flex-col items-start gap-2 rounded-lg border border-dashed border-edge bg-sheet p-4"
    >
      <h2 className="eyebrow">{name}</h2>
      <output className="block text-sm">{t('panel.failed')}</output>
      <Button small onClick={again}>
        <RotateCcw aria-hidden size={14} />
        {t('panel.again')}
      </Button>
    </section>
  );
}

/**
 * Draws its children, or says that they could not be drawn. `name` is what the part is called; a new `turn` (the number of steps
 * taken) tries again by itself. What is typed lives in drafts above, so that it is there again afterwards.
 */
export function PanelBoundary({
  name,
  turn = 0,
  children,
}: {
  /** null: where it would stand there is nothing, for lines that only repeat what stands elsewhere */
  readonly name: string | null;
  readonly turn?: number | string;
  readonly children: ReactNode;
}) {
  return (
    <Boundary turn={turn} fallback={(again) => (name === null ? null : <Failed name={name} again={again} />)}>
      {/* What the server drew comes alive part by part, and the part that is touched first. */}
      <Activity>{children}</Activity>
    </Boundary>
  );
}
