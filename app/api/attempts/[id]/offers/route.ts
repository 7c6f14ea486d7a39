// What the attempt's case offers.
import { getOffers } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => {
  // The framework packs what goes through it: a list that came packed would be packed twice, and no browser could read it.
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return getOffers(new Request(request.url, { headers }), (await context.params).id);
};
