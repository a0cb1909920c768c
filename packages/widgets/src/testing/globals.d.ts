/** What the test runner puts into a test's page. */

type TestBody = () => void | Promise<void>;

declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: TestBody): { timeout(ms: number): unknown };
declare function before(body: TestBody): void;
declare function after(body: TestBody): void;
declare function beforeEach(body: TestBody): void;
declare function afterEach(body: TestBody): void;
