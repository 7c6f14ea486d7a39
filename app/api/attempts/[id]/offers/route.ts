// What the attempt's case offers.
import { getOffers } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => getOffers(request, (await context.params).id);
