// Next calls this once when the server starts.

/** Opens the direct door and warms the server up in the background; requests are answered meanwhile. Not while building. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  if (process.env.NODE_ENV === 'production') (await import('#server/api/direct')).openDirectDoor();
  const { warm } = await import('#server/warm');
  void warm();
}
