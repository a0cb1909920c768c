import * as z from '#schema';
import { Id } from './scalars.js';

/** Parameters that may be repeated; each only ever narrows what the reader may see. */
export const filterNames = ['phone_id', 'member_id', 'team_id', 'contact_id'] as const;
export type FilterName = (typeof filterNames)[number];

/** Several values of one filter mean any of them; several filters mean all of them. */
export type Filters = { [Name in FilterName]?: string[] | undefined };

const Ids = z.optional(z.array(Id).check(z.maxLength(200)));

/** The filters of a ranged slice. */
export const filterFields = {
  phone_id: Ids,
  member_id: Ids,
  team_id: Ids,
  contact_id: Ids,
};
