import type { AppDescriptor } from './app-descriptor.ts';

/** The app's metafile, as HubSpot's docs have it ("App configuration"). */
export const appMetafile = (app: AppDescriptor) => ({
  uid: app.uid,
  type: 'app',
  config: {
    name: app.name,
    description: app.description,
    distribution: app.distribution,
    auth: {
      type: app.auth,
      redirectUrls: app.urls.redirect,
      requiredScopes: app.scopes.required,
      optionalScopes: app.scopes.optional,
      // Where an account lacks one of these it cannot install. An optional scope asks for as much, and is left out there.
      conditionallyRequiredScopes: [],
    },
    permittedUrls: { fetch: app.urls.fetch, iframe: app.urls.iframe, img: app.urls.img },
    support: app.support,
  },
});
