// Takes a step.
import { postStep } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const POST = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => postStep(request, (await context.params).id);
