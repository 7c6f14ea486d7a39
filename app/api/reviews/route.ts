// One look at a card of the review deck.
import { postReview } from '#server/api/routes';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => postReview(request);
