import type { PipelinesAnswer, PropertiesAnswer } from '@account-health/contract/model';
import type { PortalId } from '../../ids.ts';

/**
 * What of the portal's own a model may name. For everybody: who may not change the model reads it by these names. What HubSpot refuses, or
 * does not answer, is in the answer.
 */
export interface Pickers {
  properties(
    portal: PortalId,
    asked: { readonly objectType: string; readonly locale: string },
  ): Promise<PropertiesAnswer>;
  pipelines(portal: PortalId, asked: { readonly locale: string }): Promise<PipelinesAnswer>;
}
