// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "jdbc:postgresql://h/d                                | jdbc:postgresql://h/d          | -  | -",
                "jdbc:postgresql://h:1/d?user=me&password=x%26y       | jdbc:postgresql://h:1/d        | me | x&y",
                "jdbc:postgresql://h/d?password=50%&ssl=true          | jdbc:postgresql://h/d?ssl=true | -  | 50%",
                "jdbc:postgresql://h/d?ssl=true&user=me&password=     | jdbc:postgresql://h/d?ssl=true | me | ''",
                "jdbc:postgresql://h/d?sslpassword=x                  | jdbc:postgresql://h/d?sslpassword=x | - | -",
                "jdbc:postgresql://me:a@b:c@h:1/d                     | jdbc:postgresql://h:1/d        | me | a@b:c",
                "jdbc:postgresql://me@h/d                             | jdbc:postgresql://h/d          | me | -",
                "jdbc:postgresql:d                                    | jdbc:postgresql:d              | -  | -",
                "jdbc:h2:/d                                           | jdbc:h2:/d;IFEXISTS=TRUE       | -  | -",
                "jdbc:h2:file:./d;USER=me;MODE=MySQL;PASSWORD=x       | jdbc:h2:file:./d;MODE=MySQL;IFEXISTS=TRUE | me | x",
                "jdbc:h2:./d;IFEXISTS=FALSE;user=me                   | jdbc:h2:./d;IFEXISTS=FALSE     | me | -",
            })
    void credentialsAreTakenOut(String given, String text, String user, String password) {
        JdbcUrl url = JdbcUrl.parse(given);
        assertThat(url.text()).isEqualTo(text);
        assertThat(url.credentials().getProperty("user")).isEqualTo(user);
        assertThat(url.credentials().getProperty("password")).isEqualTo(password);
    }
}
