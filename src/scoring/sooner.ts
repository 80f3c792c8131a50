/** Of two moments the sooner, as far as it comes after `asOf`; `next` is one that does. All in ms. */
export const sooner = (next: number, moment: number, asOf: number): number =>
  moment > asOf && moment < next ? moment : next;
