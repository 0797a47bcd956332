package simulate

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// MetricsGauge reads what servers tell of themselves at their /metrics, added up, and, when redisURL is not empty, what
// Redis tells with INFO.
func MetricsGauge(addresses []string, redisURL string) (Gauge, error) {
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{}}
	var store *redis.Client
	if redisURL != "" {
		o, err := redis.ParseURL(redisURL)
		if err != nil {
			return nil, fmt.Errorf("--redis: %w", err)
		}
		store = redis.NewClient(o)
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
		if store != nil {
			info, err := store.Info(ctx, "cpu").Result()
			if err != nil {
				return sum, err
			}
			sum.StoreCPU = redisCPU(info)
		}
		return sum, nil
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

// redisCPU adds up what the process itself used.
func redisCPU(info string) time.Duration {
	var sum float64
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name == "used_cpu_sys" || name == "used_cpu_user" {
			seconds, _ := strconv.ParseFloat(value, 64)
			sum += seconds
		}
	}
	return time.Duration(sum * float64(time.Second))
}
