import { Child } from './child.ts';

/** A private MariaDB; every council that wants one gets an empty database on it. */
export class Mariadb {
  private count = 0;

  private constructor(private readonly child: Child) {}

  static async start(): Promise<Mariadb> {
    return new Mariadb(await Child.start('run-mariadb.mjs'));
  }

  /** The DATABASE_URL of a new, empty database. */
  async createDatabase(): Promise<string> {
    this.count += 1;
    const { url } = await this.child.ask({ createDatabase: `council_${this.count}` }, 'created');
    return url!;
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
