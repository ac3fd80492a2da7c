import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { add, countLine, countPlaywright, countSuite, countVitest } from './counts.mjs';

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ],
};

describe('the counts of a run', () => {
  it('counts a file that broke before its first test as a failure', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });

  it('counts a test that needed a second try, and an error outside any test, as failures', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 0 });
  });

  it('names the skipped only when there are some', () => {
    expect(countLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
    expect(countLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped');
  });

  it('adds suites up', () => {
    const one = { passed: 1, failed: 0, skipped: 2 };
    expect(add([one, one])).toEqual({ passed: 2, failed: 0, skipped: 4 });
  });
});

describe('a suite', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cso-counts-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function countRun(report, exitCode) {
    const reportFile = path.join(folder, 'report.json');
    if (report) writeFileSync(reportFile, JSON.stringify(report));
    return countSuite({ count: countVitest, reportFile, exitCode });
  }
  const green = { ...vitestReport, numFailedTests: 0, testResults: [] };

  it('passes with its numbers', () => {
    expect(countRun(green, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('has failed when it ran no test', () => {
    expect(countRun({ ...green, numPassedTests: 0 }, 0).failed).toBe(1);
  });

  it('has failed when it wrote no report', () => {
    expect(countRun(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('has failed when it broke though every test passed', () => {
    expect(countRun(green, 1)).toEqual({ passed: 5, failed: 1, skipped: 1 });
  });

  it('keeps the number of failed tests', () => {
    expect(countRun(vitestReport, 1).failed).toBe(2);
  });
});
