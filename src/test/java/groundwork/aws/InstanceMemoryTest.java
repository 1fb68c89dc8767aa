package groundwork.aws;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceMemoryTest {
    @ParameterizedTest
    @CsvSource({
        "db.t4g.micro, 1",
        "db.t3.small, 2",
        "db.t3.medium, 4",
        "db.t3.large, 8",
        "db.m7g.xlarge, 16",
        "db.m6i.12xlarge, 192",
        "db.r6g.large, 16",
        "db.r7g.4xlarge, 128",
        "db.x2g.large, 32",
        "db.x2iedn.xlarge, 128",
        "db.x2idn.16xlarge, 1024"
    })
    void isToldFromTheClass(String instanceClass, int gibibytes) {
        assertThat(InstanceMemory.gibibytes(instanceClass)).hasValue(gibibytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.z1d.large", "db.m7g.micro", "db.t3.nano", "db.serverless", "m5.large"})
    void isNotGuessed(String instanceClass) {
        assertThat(InstanceMemory.gibibytes(instanceClass)).isEmpty();
    }

    @Test
    void isKnownOfEveryClass() {
        assertThat(InstanceClasses.RDS.all())
                .hasSizeGreaterThan(200)
                .allSatisfy(each -> assertThat(InstanceMemory.gibibytes(each)).isPresent());
    }

    @Rows(
            """
            db.t9.medium   | is not in the table of instance classes; choose one such as db.t4g.medium
            cache.t4g.micro | is not in the table of instance classes; choose one such as db.t4g.medium
            db.t4g.4xlarge | : the family t4g has no such size; choose micro, small, medium, large, xlarge, 2xlarge
            """)
    void unknownClassesAreToldOf(String instanceClass, String problem) {
        assertThat(InstanceClasses.RDS.problem(instanceClass))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("\"" + instanceClass + "\"").endsWith(problem));
    }
}
