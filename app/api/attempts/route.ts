// Opens an attempt.
import { postAttempt } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => postAttempt(request);
