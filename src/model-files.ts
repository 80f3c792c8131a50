import { parseModel, readModelText, STANDARD_MODEL } from './model-file.ts';
import type { Model } from './scoring/model.ts';

/** A model as a file has it. */
export interface FileModel {
  readonly model: Model;
  readonly yaml: string;
}

/** The models that come with the service. Each is read once, so that all of the process goes by the same. */
export interface ModelFiles {
  /** Of portals that have published none of their own. @throws InputError where the file cannot be used. */
  service(): Promise<FileModel>;
  /** The standard model: what a signal usually has. */
  standard(): Promise<FileModel>;
  /** To begin with. */
  template(key: TemplateKey): Promise<FileModel>;
}

/** The models to begin with, each the name of its file. */
export const TEMPLATES = ['standard-b2b', 'agency-services', 'saas-subscription'] as const;
export type TemplateKey = (typeof TEMPLATES)[number];

/** `serviceFile`: that of portals without a model of their own. */
export function makeModelFiles(serviceFile = STANDARD_MODEL): ModelFiles {
  const held = new Map<string, Promise<FileModel>>();
  async function read(file: string): Promise<FileModel> {
    const yaml = await readModelText(file);
    return { model: parseModel(yaml, file), yaml };
  }
  function once(file: string): Promise<FileModel> {
    const reading = held.get(file) ?? read(file);
    held.set(file, reading);
    // One that failed is read again.
    reading.catch(() => held.delete(file));
    return reading;
  }
  return {
    service: () => once(serviceFile),
    standard: () => once(STANDARD_MODEL),
    template: (key) => once(`models/${key}.yaml`),
  };
}
