/** The last day of standard support for the releases of each engine, by the start of their version. */
const ENDS: Record<string, Record<string, string>> = {
    postgres: {
        "9": "2022-01-31",
        "10": "2023-04-17",
        "11": "2024-02-29",
        "12": "2025-02-28",
        "13": "2026-02-28",
        "14": "2027-02-28",
        "15": "2028-02-29",
        "16": "2029-02-28",
        "17": "2030-02-28",
    },
    "aurora-postgresql": {
        "9": "2022-01-31",
        "10": "2023-04-17",
        "11": "2024-02-29",
        "12": "2025-02-28",
        "13": "2026-02-28",
        "14": "2027-02-28",
        "15": "2028-02-29",
        "16": "2029-02-28",
        "17": "2030-02-28",
    },
    mysql: { "5.6": "2022-02-01", "5.7": "2024-02-29", "8.0": "2026-07-31", "8.4": "2029-07-31" },
    mariadb: { "10.3": "2023-10-23", "10.4": "2024-10-23", "10.5": "2025-10-23", "10.6": "2026-08-31" },
    redis: {
        "2": "2020-01-01",
        "3": "2021-01-01",
        "4": "2026-01-31",
        "5": "2026-01-31",
        "6": "2029-01-31",
        "7": "2029-01-31",
    },
    valkey: { "7": "2029-01-31", "8": "2030-01-31" },
};

/** When AWS ended or ends standard support of a release; undefined where that is not known. */
export function endOfSupport(engine: string, version: string): string | undefined {
    const releases = ENDS[engine] ?? {};
    const found = Object.keys(releases).find(start => version === start || version.startsWith(`${start}.`));
    return found === undefined ? undefined : releases[found];
}

/** Runtimes of functions that AWS no longer patches. */
export const ENDED_RUNTIMES =
    /^(nodejs(|4\.3|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x)|python(2\.7|3\.6|3\.7|3\.8|3\.9)|ruby2\.\d|java8|go1\.x|dotnetcore\d\.\d|dotnet[567])$/;
