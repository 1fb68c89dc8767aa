package groundwork;

import static java.util.stream.Collectors.toCollection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test run once for each row of a table, whose cells are between |; a cell in backticks may be empty or hold a |. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(Rows.Reader.class)
public @interface Rows {
    String value();

    final class Reader implements ArgumentsProvider, AnnotationConsumer<Rows> {
        private static final Pattern CELL = Pattern.compile("\\G\\s*(?:`([^`]*)`|([^|]*?))\\s*\\|");
        private String table = "";

        @Override
        public void accept(Rows rows) {
            table = rows.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return table.lines()
                    .filter(row -> !row.isBlank())
                    .map(row -> Arguments.of(CELL.matcher(row + "|")
                            .results()
                            .map(Reader::text)
                            .collect(toCollection(ArrayList::new))
                            .toArray()));
        }

        /** An empty cell that no backticks surround stands for no value. */
        private static String text(MatchResult cell) {
            var quoted = cell.group(1);
            return quoted != null || cell.group(2).isEmpty() ? quoted : cell.group(2);
        }
    }
}
