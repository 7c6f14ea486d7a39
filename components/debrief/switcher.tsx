// Shows one of several panels that were drawn on the server, chosen by a row of tabs.
'use client';
import { type ReactNode, useId, useState } from 'react';
import { Tabs } from '../ui/tabs';

export function Switcher({
  label,
  panels,
}: {
  readonly label: string;
  readonly panels: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[];
}) {
  const id = useId();
  const [chosen, setChosen] = useState(panels[0]?.id ?? '');
  return (
    <div>
      <div className="no-print border-b">
        <Tabs label={label} panel={id} chosen={chosen} choose={setChosen} tabs={panels} />
      </div>
      <div
        id={id}
        role="tabpanel"
        aria-label={panels.find((panel) => panel.id === chosen)?.label}
        className="pt-3"
      >
        {panels.map((panel) => (
          <div key={panel.id} hidden={panel.id !== chosen}>
            {panel.content}
          </div>
        ))}
      </div>
    </div>
  );
}
