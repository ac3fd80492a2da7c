/** The words after the verb do not fit: exit code 2, and the message says what they should be. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
