package simulate

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// MetricsGauge reads what servers tell of themselves at their /metrics, added up, and, when redisURL is not empty, what
// Redis tells with INFO.
func MetricsGauge(addresses []string, redisURL string) (Gauge, error) {
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{}}
	store, err := url.Parse(redisURL)
	if err != nil || redisURL != "" && store.Host == "" {
		return nil, fmt.Errorf("--redis: %q is not an address like redis://127.0.0.1:6379", redisURL)
	}
	return func(ctx context.Context) (Reading, error) {
		var sum Reading
		for _, address := range addresses {
			one, err := readMetrics(ctx, client, address)
			if err != nil {
				return sum, err
			}
			sum.ServerCPU += one.ServerCPU
			sum.RSS += one.RSS
		}
		if store.Host == "" {
			return sum, nil
		}
		var err error
		sum.StoreCPU, err = askRedis(ctx, store)
		return sum, err
	}, nil
}

func readMetrics(ctx context.Context, client *http.Client, address string) (Reading, error) {
	var r Reading
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return r, err
	}
	res, err := client.Do(req)
	if err != nil {
		return r, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return r, fmt.Errorf("%s: %s", address, res.Status)
	}
	found := 0
	for lines := bufio.NewScanner(res.Body); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), " ")
		switch name {
		case "process_cpu_seconds_total":
			seconds, _ := strconv.ParseFloat(value, 64)
			r.ServerCPU = time.Duration(seconds * float64(time.Second))
			found++
		case "process_resident_memory_bytes":
			bytes, _ := strconv.ParseFloat(value, 64)
			r.RSS = int64(bytes)
			found++
		}
	}
	if found < 2 {
		return r, errors.New(address + " says nothing about the process")
	}
	return r, nil
}

// askRedis asks for what the process used. One question in the inline form of the protocol needs no client.
func askRedis(ctx context.Context, store *url.URL) (time.Duration, error) {
	conn, err := (&net.Dialer{Timeout: 5 * time.Second}).DialContext(ctx, "tcp", store.Host)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		return 0, err
	}
	question := "INFO cpu\r\nQUIT\r\n"
	if password, there := store.User.Password(); there {
		question = strings.TrimSpace("AUTH "+store.User.Username()+" "+password) + "\r\n" + question
	}
	if _, err := io.WriteString(conn, question); err != nil {
		return 0, err
	}
	answer, err := io.ReadAll(conn) // until it takes leave
	if err != nil {
		return 0, err
	}
	return redisCPU(string(answer))
}

// redisCPU adds up what the process itself used.
func redisCPU(info string) (time.Duration, error) {
	var sum float64
	found := 0
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name == "used_cpu_sys" || name == "used_cpu_user" {
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return 0, err
			}
			sum += seconds
			found++
		}
	}
	if found < 2 {
		return 0, errors.New("redis does not tell its CPU")
	}
	return time.Duration(sum * float64(time.Second)), nil
}
