// Understands what is typed.
import { postUnderstand } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const POST = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => postUnderstand(request, (await context.params).id);
