// A recorded tracing opened large.
'use client';
import { useMemo } from 'react';
import type { TracingView } from '#machines/scenario/tracing';
import { ecgOfTracing } from './ecg-spec';
import { EcgViewer } from './ecg-viewer';

export function TracingViewer({ tracing }: { readonly tracing: TracingView }) {
  const spec = useMemo(() => ecgOfTracing(tracing), [tracing]);
  return <EcgViewer spec={spec} />;
}
