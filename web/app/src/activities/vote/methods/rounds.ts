import type { Method } from '../../../wire/protocol';

/** How many values a ballot takes, as the server has it. */
const most: Record<Method, number> = { '': Infinity, dots: Infinity, score: 8, ranked: 7 };

/** Whether a ballot takes that many values; none is no ballot. */
export const fits = Object.assign(
  (method: Method, options: number): boolean => options > 0 && options <= most[method],
  {
    most,
  },
);
