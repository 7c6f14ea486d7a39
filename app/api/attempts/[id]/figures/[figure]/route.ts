// A figure of the attempt's chart.
import { getFigure } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { params: Promise<{ id: string; figure: string }> },
): Promise<Response> {
  const { id, figure } = await context.params;
  return await getFigure(request, id, figure);
}
