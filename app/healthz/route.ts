// Tells whoever runs the server whether learners can play.
import { getHealth } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> => getHealth(request);
