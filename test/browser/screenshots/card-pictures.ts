import { type ListedCompany, startDemo } from '../start-demo.ts';
import type { Place } from './place.ts';

/** The card on company records, in what `npm run demo` serves. */
export const cardPictures: Place = async (page, take) => {
  const demo = await startDemo(60);
  try {
    const listed = await demo.companies();
    const card = page.getByRole('region', { name: 'Account health card' });
    const open = async ({ id }: ListedCompany, until: RegExp) => {
      await page.goto(`${demo.url}/?record=${id}`);
      await card.getByText(until).first().waitFor();
    };
    await page.setViewportSize({ width: 1200, height: 1150 });
    await open(await demo.first('unhealthy'), /^As of/);
    await take('card-unhealthy');
    await open(await demo.first('unknown'), /^As of/);
    await take('card-unknown');
    await page.setViewportSize({ width: 1200, height: 760 });
    await open(await demo.first('not_customer'), /^Not a customer|^Not scored/);
    await take('card-not-a-customer');

    // The first whose score moved, and so has something to explain.
    await page.setViewportSize({ width: 1200, height: 900 });
    for (const company of listed.filter(({ score }) => score !== null)) {
      await open(company, /^As of/);
      const moved = card.getByText(/^30 days: [-+]\d/).first();
      if ((await moved.count()) === 0) continue;
      await moved.click();
      await moved.evaluate('(element) => element.scrollIntoView({ block: "center" })');
      await take('card-why');
      return;
    }
    throw new Error('No score of the demo moved in 30 days.');
  } finally {
    await demo.stop();
  }
};
