package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ListenerPrioritiesTest {
    private static final Set<Route> USUAL = Set.of(
            anywhere("/*"),
            anywhere("/ws/*"),
            anywhere("/api/*"),
            anywhere("/api/v1/*"),
            anywhere("/health"),
            anywhere("/login"),
            anywhere("/admin/*"),
            anywhere("/socket.io/*"),
            anywhere("/.well-known/openid-configuration"),
            anywhere("/graphql"),
            at("api.example.com", "/*"),
            at("api.example.com", "/v2/*"),
            at("admin.example.com", "/*"),
            at("*.example.com", "/*"),
            at("*.eu.example.com", "/*"));

    @Test
    void theNumbersStayWhatTheyAre() {
        assertThat(ListenerPriorities.of(Set.of(
                        anywhere("/*"),
                        anywhere("/ws/*"),
                        at("api.interviewlm.com", "/*"),
                        at("*.interviewlm.com", "/*"))))
                .containsExactly(
                        entry(at("api.interviewlm.com", "/*"), 12465),
                        entry(at("*.interviewlm.com", "/*"), 37194),
                        entry(anywhere("/ws/*"), 49000),
                        entry(anywhere("/*"), 49801));
    }

    @Test
    void addingOrRemovingOneOfTheUsualRoutesLeavesTheOthersAlone() {
        var all = ListenerPriorities.of(USUAL);
        for (var one : USUAL) {
            var others = new ArrayList<>(USUAL);
            others.remove(one);
            assertThat(all).containsAllEntriesOf(ListenerPriorities.of(others));
        }
    }

    @Test
    void anExactPathComesBeforeAPatternThatMatchesIt() {
        assertThat(inOrder(anywhere("/a*"), anywhere("/a"), anywhere("/a?"), anywhere("/a*b"), anywhere("/*a")))
                .containsExactly(anywhere("/a"), anywhere("/a*b"), anywhere("/a?"), anywhere("/a*"), anywhere("/*a"));
    }

    @Test
    void anExactHostComesBeforeAWildcardOneAndThatBeforeNone() {
        assertThat(inOrder(
                        anywhere("/a/long/path"),
                        at("*.example.com", "/*"),
                        at("*.eu.example.com", "/*"),
                        at("api.example.com", "/*")))
                .containsExactly(
                        at("api.example.com", "/*"),
                        at("*.eu.example.com", "/*"),
                        at("*.example.com", "/*"),
                        anywhere("/a/long/path"));
    }

    @Test
    void manyRoutesOfOneKindFitEvenInTheLastBand() {
        var many = IntStream.range(0, 2_000)
                .mapToObj(number -> anywhere("/*" + number))
                .toList();
        assertUniqueAndInRange(ListenerPriorities.of(many));
    }

    @Property(tries = 200)
    void prioritiesAreUniqueInRangeAndFollowSpecificity(@ForAll("routes") @Size(max = 1_200) Set<Route> routes) {
        var priorities = ListenerPriorities.of(routes);
        assertThat(priorities.keySet()).containsExactlyInAnyOrderElementsOf(routes);
        assertUniqueAndInRange(priorities);
        var sorted = List.copyOf(priorities.keySet());
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(priorities.get(sorted.get(i))).isGreaterThan(priorities.get(sorted.get(i - 1)));
            assertThat(sorted.get(i).hostRank())
                    .isGreaterThanOrEqualTo(sorted.get(i - 1).hostRank());
        }
    }

    @Property
    void noRouteIsShadowed(@ForAll("crowded") @Size(max = 30) Set<Route> routes) {
        var sorted = List.copyOf(ListenerPriorities.of(routes).keySet());
        for (int early = 0; early < sorted.size(); early++) {
            for (int late = early + 1; late < sorted.size(); late++) {
                assertThat(covers(sorted.get(early), sorted.get(late)) && !covers(sorted.get(late), sorted.get(early)))
                        .as("%s shadows %s", sorted.get(early), sorted.get(late))
                        .isFalse();
            }
        }
    }

    @Property(tries = 200)
    void theOrderInTheFileDoesNotMatter(@ForAll("routes") Set<Route> routes, @ForAll Random random) {
        var shuffled = new ArrayList<>(routes);
        Collections.shuffle(shuffled, random);
        assertThat(ListenerPriorities.of(shuffled)).isEqualTo(ListenerPriorities.of(routes));
    }

    @Property(tries = 200)
    void whatComesBeforeAnAddedRouteNeverMoves(
            @ForAll("routes") @Size(max = 200) Set<Route> routes, @ForAll("route") Route added) {
        var before = ListenerPriorities.of(routes);
        var more = new LinkedHashSet<>(routes);
        more.add(added);
        assertThat(ListenerPriorities.of(more)).containsAllEntriesOf(before.headMap(added));
    }

    @Provide
    Arbitrary<Set<Route>> routes() {
        return route().set();
    }

    @Provide
    Arbitrary<Route> route() {
        var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
        var path = word.list().ofMaxSize(6).map(words -> "/" + String.join("/", words));
        var ending = Arbitraries.of("", "/*", "*", "*.png", "?");
        var host = Arbitraries.of("api.example.com", "*.example.com", "*.eu.example.com")
                .injectNull(0.6);
        return Combinators.combine(host, path, ending)
                .as((name, start, end) -> new Route(Optional.ofNullable(name), start + end));
    }

    @Provide
    Arbitrary<Set<Route>> crowded() {
        var path = Arbitraries.strings().withChars('a', '*', '?').ofMaxLength(4).map(text -> "/" + text);
        var host = Arbitraries.of("*.a.a", "*.a").injectNull(0.4);
        return Combinators.combine(host, path)
                .as((name, text) -> new Route(Optional.ofNullable(name), text))
                .set();
    }

    private static void assertUniqueAndInRange(Map<Route, Integer> priorities) {
        assertThat(priorities.values()).doesNotHaveDuplicates().allSatisfy(priority -> assertThat(priority)
                .isBetween(1, 50_000));
    }

    private static List<Route> inOrder(Route... routes) {
        return List.copyOf(ListenerPriorities.of(Set.of(routes)).keySet());
    }

    /** Whether the first answers all that the second would, judged by every short text. */
    private static boolean covers(Route first, Route second) {
        return hosts(first).containsAll(hosts(second)) && paths(first).containsAll(paths(second));
    }

    private static Collection<String> hosts(Route route) {
        var all = List.of("x.a", "x.a.a", "x.b");
        var host = route.host().orElse("*").replace(".", "\\.").replace("*", ".*");
        return all.stream().filter(name -> name.matches(host)).toList();
    }

    private static Set<String> paths(Route route) {
        var pattern = route.path().replace("*", ".*").replace("?", ".");
        return TEXTS.stream().filter(text -> text.matches(pattern)).collect(Collectors.toSet());
    }

    private static final List<String> TEXTS = texts(List.of("/"), 6);

    private static List<String> texts(List<String> shorter, int more) {
        var all = new ArrayList<>(shorter);
        if (more > 0) {
            for (var text : shorter) {
                all.add(text + "a");
                all.add(text + "b");
            }
            return texts(all.stream().distinct().toList(), more - 1);
        }
        return all;
    }

    private static Route anywhere(String path) {
        return new Route(Optional.empty(), path);
    }

    private static Route at(String host, String path) {
        return new Route(Optional.of(host), path);
    }
}
