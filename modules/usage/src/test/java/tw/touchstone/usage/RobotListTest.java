package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RobotListTest {

    @Test
    void tellsPeopleMachinesAndRobotsApart() {
        var ours = RobotList.ours();

        assertThat(ours.agent("Firefox")).isEqualTo(Agent.HUMAN);
        assertThat(ours.agent("curl")).isEqualTo(Agent.MACHINE);
        assertThat(ours.agent("SomethingNew")).isEqualTo(Agent.MACHINE);
        assertThat(ours.agent("unknown")).isEqualTo(Agent.MACHINE);
        assertThat(ours.agent("slurp")).isEqualTo(Agent.ROBOT);
        assertThat(ours.agent("NeverSeenBot")).isEqualTo(Agent.ROBOT);
        assertThat(ours.version()).matches("20[0-9]{2}-[0-9]{2}");
    }

    @Test
    void readsItsTextForm() {
        assertThat(RobotList.parse("# remark\nversion\t2030-01\n\nrobot\tAlpha\tx\nmachine\tBeta"))
                .isEqualTo(new RobotList("2030-01", Set.of("alpha"), Set.of("beta")));
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> RobotList.parse("version\t1\nrobt\tAlpha"))
                .hasMessage("line 2 of the robot list is neither version, robot nor machine with a value");
        assertThatThrownBy(() -> RobotList.parse("version\t1\nrobot")).hasMessageStartingWith("line 2 ");
        assertThatThrownBy(() -> RobotList.parse("robot\tAlpha")).hasMessage("the robot list has no version");
    }
}
