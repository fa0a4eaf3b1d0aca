  Observer.setCurrent(nil)
  return nil
}

import Probe
