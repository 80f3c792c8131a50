/** Rows of one statement. Small, so that no statement holds a thread or a lock for long. */
const BATCH_ROWS = 500;

/** Cuts rows into batches, each for one statement. */
export function* rowBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) yield rows.slice(start, start + BATCH_ROWS);
}
