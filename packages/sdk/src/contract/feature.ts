import * as z from '#schema';

/** The fields that name an AI feature. */
export const featureFields = {
  /** The raw key, by which rows are grouped. */
  feature_key: z.string(),
  /** The key in words: `text_agent` is "Text agent". */
  feature: z.string(),
};
