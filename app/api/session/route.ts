// Forgets the learner on this device.
import { deleteSession } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const DELETE = (request: Request): Promise<Response> => deleteSession(request);
