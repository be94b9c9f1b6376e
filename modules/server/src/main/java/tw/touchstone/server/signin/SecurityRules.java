package tw.touchstone.server.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.ApiTokens;

/// Which requests need whom. Whose datasets an account may change is decided where they are changed.
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// Programs: no session, so nothing that a foreign page could ride on, and no cross-site token needed.
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, Accounts accounts, OperatorToken operator) {
        return http.securityMatcher("/api/**", "/operations/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/operations/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/api/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, "/api/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BearerTokens(tokens, accounts, operator), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProblemEntryPoint()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new ProblemEntryPoint())
                        .accessDeniedHandler(new ProblemEntryPoint()))
                .csrf(csrf -> csrf.disable())
                .cors(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /// People: a form, a session and a token in every form.
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Accounts accounts) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/workspace/**", "/account/**")
                        .authenticated()
                        .requestMatchers("/admin/**")
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/workspace").permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .addFilterAfter(new FirstPassword(accounts), UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(Accounts accounts) {
        return name -> {
            var account = accounts.byName(name).orElseThrow(() -> new UsernameNotFoundException("no such account"));
            return User.withUsername(account.name())
                    .password(accounts.passwordHash(name).orElseThrow())
                    .roles(account.role().name())
                    .build();
        };
    }
}
