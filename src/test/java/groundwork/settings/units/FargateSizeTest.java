package groundwork.settings.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FargateSizeTest {
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
        assertThat(FargateSize.memoriesFor(cpu))
                .hasSize(count)
                .startsWith(least)
                .endsWith(most);
    }

    @Test
    void manySizesAreARangeWithItsStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FargateSize(4096, 4096))
                .withMessageEndingWith("choose 8192 to 30720 in steps of 1024");
    }

    @Test
    void otherPairsAreRefusedWithThoseThatGo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FargateSize(512, 1536))
                .withMessage("1536 MiB is not a Fargate memory size for 512 CPU units; choose 1024, 2048, 3072, 4096");
    }
}
