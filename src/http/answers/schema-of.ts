import type { z } from 'zod';

/** A type for comparison: who may write to it says nothing of what is in it. */
type Plain<T> = { -readonly [Key in keyof T]: Plain<T[Key]> };

/** Whether two types are the same, optional and required fields told apart; being assignable to one another is less. */
type IsSame<One, Other> =
  (<T>() => T extends Plain<One> ? 1 : 2) extends <T>() => T extends Plain<Other> ? 1 : 2 ? true : false;

/**
 * The schema of an answer whose type people read elsewhere, as in the contract with the extensions: it compiles only where it says the
 * same as the type, so that neither can change without the other.
 */
export const schemaOf =
  <Answer>() =>
  <Schema extends z.ZodType>(
    schema: Schema &
      (IsSame<Answer, z.output<Schema>> extends true ? unknown : { 'says otherwise than its type': Answer }),
  ): z.ZodType<Answer> =>
    schema as unknown as z.ZodType<Answer>;
