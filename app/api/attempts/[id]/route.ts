// The view of an attempt.
import { getAttempt } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => getAttempt(request, (await context.params).id);
