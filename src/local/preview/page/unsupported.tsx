import type { ComponentType, ReactNode } from 'react';

/** A visible, labelled box for a component that has no look-alike here; the same component for the same name each time. */
export function makeUnsupported(): (name: string) => ComponentType<{ children?: ReactNode }> {
  const made = new Map<string, ComponentType<{ children?: ReactNode }>>();
  return (name) => {
    const component =
      made.get(name) ??
      (({ children }: { children?: ReactNode }) => (
        <div className="unsupported">
          <span className="unsupported-name">{name}: no look-alike in the local preview</span>
          {children}
        </div>
      ));
    made.set(name, component);
    return component;
  };
}
