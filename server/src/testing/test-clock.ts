import { Clock } from '../clock/clock.js';

/** A clock that stands still until the test moves it. */
export class TestClock extends Clock {
  private at: number;
  private passed = 0;

  constructor(start: Date | string = '2026-03-02T09:00:00.000Z') {
    super();
    this.at = new Date(start).getTime();
  }

  override now(): Date {
    return new Date(this.at);
  }

  override elapsed(): number {
    return this.passed;
  }

  /** Moves the wall clock alone, as a person or a time server would. */
  set(at: Date | string): void {
    this.at = new Date(at).getTime();
  }

  /** Lets `ms` milliseconds pass on both clocks. */
  advance(ms: number): void {
    this.at += ms;
    this.passed += ms;
  }
}
