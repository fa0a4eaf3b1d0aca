// The shapes of the Swift program, in Go; prints the same kind of lines.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

//go:noinline
func keep(value int) {}

//go:noinline
func labor(turns, seed int) int {
	value := seed
	for i := 0; i < turns; i++ {
		value = value*6364136223846793005 + 1442695040888963407
	}
	return value
}

// As much is received as is sent.
func exchange(operations, senders, receivers int, send, receive func(count int)) {
	turns := operations / (senders * receivers)
	var group sync.WaitGroup
	group.Add(senders + receivers)
	for i := 0; i < senders; i++ {
		go func() { send(turns * receivers); group.Done() }()
	}
	for i := 0; i < receivers; i++ {
		go func() { receive(turns * senders); group.Done() }()
	}
	group.Wait()
}

func traffic(senders, receivers, capacity, work int) func(int) {
	return func(operations int) {
		ch := make(chan int, capacity)
		exchange(operations, senders, receivers, func(count int) {
			for n := 0; n < count; n++ {
				ch <- labor(work, n)
			}
		}, func(count int) {
			for n := 0; n < count; n++ {
				keep(labor(work, <-ch))
			}
		})
	}
}

func uncontended(operations int) {
	ch := make(chan int, 100)
	for n := 0; n < operations; n++ {
		ch <- n
		keep(<-ch)
	}
}

func pingPong(operations int) {
	ping, pong := make(chan int), make(chan int)
	exchange(operations, 1, 1, func(count int) {
		for n := 0; n < count; n++ {
			ping <- n
			keep(<-pong)
		}
	}, func(count int) {
		for n := 0; n < count; n++ {
			pong <- <-ping
		}
	})
}

var kept chan int

func creation(operations int) {
	for n := 0; n < operations; n++ {
		kept = make(chan int, 8)
	}
}

func select2(operations int) {
	a, b := make(chan int, 1), make(chan int, 1)
	for n := 0; n < operations; n++ {
		if n&1 == 0 {
			a <- n
		} else {
			b <- n
		}
		select {
		case v := <-a:
			keep(v)
		case v := <-b:
			keep(v)
		}
	}
}

func select6(operations int) {
	var all [6]chan int
	for i := range all {
		all[i] = make(chan int, 1)
	}
	a, b, c, d, e, f := all[0], all[1], all[2], all[3], all[4], all[5]
	for n := 0; n < operations; n++ {
		all[n%6] <- n
		select {
		case v := <-a:
			keep(v)
		case v := <-b:
			keep(v)
		case v := <-c:
			keep(v)
		case v := <-d:
			keep(v)
		case v := <-e:
			keep(v)
		case v := <-f:
			keep(v)
		}
	}
}

func selectDefault(operations int) {
	a, b := make(chan int), make(chan int)
	for n := 0; n < operations; n++ {
		select {
		case v := <-a:
			keep(v)
		case v := <-b:
			keep(v)
		default:
		}
	}
}

func selectWaiting(operations int) {
	a, b := make(chan int), make(chan int)
	exchange(operations, 1, 1, func(count int) {
		for n := 0; n < count; n++ {
			if n&1 == 0 {
				a <- n
			} else {
				b <- n
			}
		}
	}, func(count int) {
		for n := 0; n < count; n++ {
			select {
			case v := <-a:
				keep(v)
			case v := <-b:
				keep(v)
			}
		}
	})
}

func selectContended(operations int) {
	a, b, c := make(chan int), make(chan int, 1), make(chan int, 10)
	exchange(operations, 4, 4, func(count int) {
		for n := 0; n < count; n++ {
			select {
			case a <- n:
			case b <- n:
			case c <- n:
			}
		}
	}, func(count int) {
		for n := 0; n < count; n++ {
			select {
			case v := <-a:
				keep(v)
			case v := <-b:
				keep(v)
			case v := <-c:
				keep(v)
			}
		}
	})
}

func allocations() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs
}

func bytesInUse() float64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc + stats.StackInuse)
}

func memory() {
	const count = 10000
	line := func(name string, bytes float64) { fmt.Printf("%s\tGo\t%f\t0\n", name, bytes) }
	for name, capacity := range map[string]int{"idle-channel": 0, "idle-channel-8": 8} {
		channels := make([]chan int, 0, count)
		before := bytesInUse()
		for i := 0; i < count; i++ {
			channels = append(channels, make(chan int, capacity))
		}
		line(name, (bytesInUse()-before)/count)
		runtime.KeepAlive(channels)
	}
	channel := make(chan int)
	before := bytesInUse()
	for i := 0; i < count; i++ {
		go func() { <-channel }()
	}
	for i := 0; i < 1000; i++ {
		runtime.Gosched()
	}
	line("waiting-receiver", (bytesInUse()-before)/count)
	close(channel)
}

func main() {
	shapes := []struct {
		name       string
		operations int
		run        func(int)
	}{
		{"uncontended", 500000, uncontended},
		{"unbuffered-1-1", 50000, traffic(1, 1, 0, 0)},
		{"buffered-1-1", 200000, traffic(1, 1, 100, 0)},
		{"unbuffered-5-1", 50000, traffic(5, 1, 0, 0)},
		{"unbuffered-1-5", 50000, traffic(1, 5, 0, 0)},
		{"unbuffered-5-5", 50000, traffic(5, 5, 0, 0)},
		{"buffered-5-5", 200000, traffic(5, 5, 100, 0)},
		{"thousand-writers", 50000, traffic(1000, 1, 0, 0)},
		{"work-4-4", 100000, traffic(4, 4, 100, 100)},
		{"ping-pong", 25000, pingPong},
		{"creation", 200000, creation},
		{"select-2", 100000, select2},
		{"select-6", 50000, select6},
		{"select-default", 100000, selectDefault},
		{"select-waiting", 25000, selectWaiting},
		{"select-contended", 40000, selectContended},
	}
	for _, shape := range shapes {
		if len(os.Args) > 1 && os.Args[1] != shape.name {
			continue
		}
		shape.run(shape.operations / 20)
		before := allocations()
		start := time.Now()
		shape.run(shape.operations)
		elapsed := float64(time.Since(start).Nanoseconds()) / float64(shape.operations)
		count := float64(allocations()-before) / float64(shape.operations)
		fmt.Printf("%s\tGo\t%f\t%f\n", shape.name, elapsed, count)
	}
	if len(os.Args) == 1 {
		memory()
	}
}
