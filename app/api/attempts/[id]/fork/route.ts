// Opens a practice attempt that goes on from a moment of this one.
import { postFork } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const POST = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => postFork(request, (await context.params).id);
