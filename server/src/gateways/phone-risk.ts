/** Who knows which numbers were lately moved to another SIM or network: a thief's way to other people's codes. */
export abstract class PhoneRisk {
  /** When the number, in E.164, was last moved; null when nobody can say, or not in time. Never throws. */
  abstract check(number: string): Promise<Date | null>;
}

/** Without a provider nothing is known of any number. */
export class NoPhoneRisk extends PhoneRisk {
  async check(): Promise<null> {
    return null;
  }
}
