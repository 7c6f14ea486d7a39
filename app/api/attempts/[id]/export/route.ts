// A finished attempt as a file for its learner.
import { getExport } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = async (
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> => getExport(request, (await context.params).id);
