package groundwork.settings.rules.compute;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.aws.TaskSizes;
import groundwork.settings.StackText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeRulesTest {
    @ParameterizedTest
    @CsvSource({
        "256, 512, 2048, 3",
        "512, 1024, 4096, 4",
        "1024, 2048, 8192, 7",
        "2048, 4096, 16384, 13",
        "4096, 8192, 30720, 23",
        "8192, 16384, 61440, 12",
        "16384, 32768, 122880, 12"
    })
    void everyCpuHasItsMemories(int cpu, int least, int most, int count) {
        assertThat(TaskSizes.FARGATE.memoriesFor(cpu))
                .hasSize(count)
                .startsWith(least)
                .endsWith(most);
    }

    @Rows(
            """
            fargate    | 300  | 1024  | 300 is not a Fargate CPU size; choose 256, 512, 1024, 2048, 4096, 8192, 16384
            fargate    | 512  | 1536  | 1536 MiB is not a Fargate memory size for 512 CPU units; choose 1024, 2048, 3072, 4096
            fargate    | 4096 | 4096  | 4096 MiB is not a Fargate memory size for 4096 CPU units; choose 8192 to 30720 in steps of 1024
            app-runner | 8192 | 16384 | 8192 is not an App Runner CPU size; choose 256, 512, 1024, 2048, 4096
            app-runner | 512  | 2048  | 2048 MiB is not an App Runner memory size for 512 CPU units; choose 1024
            """)
    void otherPairsAreRefusedWithThoseOnOffer(String platform, int cpu, int memory, String message) {
        var service =
                "groundwork:services: { app: { image: 'app:1', port: 80, routes: [/*], platform: %s, size: { cpu: %d, memory: %d } } }";

        assertThat(StackText.problems(service.formatted(platform, cpu, memory)))
                .contains("services.app.size: " + message);
    }
}
