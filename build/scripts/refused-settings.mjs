/** The settings that the server refused to start with, as a person reads them: `PORT: …`, from the lines of its log. */
export function refusedSettings(logLines) {
  return logLines
    .filter((line) => line.includes('"event":"setting.refused"'))
    .map((line) => JSON.parse(line))
    .map(({ setting, reason }) => `${setting}: ${reason}`);
}
