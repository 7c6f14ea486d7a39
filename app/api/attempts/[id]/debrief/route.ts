// The debrief of a finished attempt.
import { getDebrief } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => getDebrief(request, (await context.params).id);
