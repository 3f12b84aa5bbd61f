// Runs named cases one after the other and prints a line for each, which the tests read.

export async function run(cases) {
  for (const [name, test] of Object.entries(cases)) {
    try {
      await test();
      console.log(`PASS ${name}`);
    } catch (error) {
      console.log(`FAIL ${name}: ${String(error?.stack ?? error).replaceAll("\n", " | ")}`);
    }
  }
}

export function equal(actual, expected, what) {
  if (actual !== expected) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const largeRequest = 271828;
export const largeResponse = 314159;
export const requestSizes = [27182, 8, 1828, 45904];
export const responseSizes = [31415, 9, 2653, 58979];
export const statusMessage = "test status message";
export const specialMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";
export const echoInitial = "x-grpc-test-echo-initial";
export const echoTrailing = "x-grpc-test-echo-trailing-bin";
export const initialValue = "test_initial_metadata_value";
export const trailingValue = Uint8Array.of(0xab, 0xab, 0xab);
